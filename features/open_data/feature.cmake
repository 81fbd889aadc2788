add_feature(open_data DEPENDS codes definitions organisations orders imports statistics lists quarter_reports surveys shortages pay_surveys figures targets duties entries products LIBRARIES fmt json)
