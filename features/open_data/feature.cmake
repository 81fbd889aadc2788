add_feature(open_data DEPENDS codes definitions organisations orders imports statistics lists shortages pay_surveys figures targets duties entries LIBRARIES fmt json)
