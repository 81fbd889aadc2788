add_feature(quarter_reports DEPENDS certificates codes definitions organisations orders statistics LIBRARIES fmt xlsxwriter)
