add_feature(pay_surveys DEPENDS codes draws imports organisations LIBRARIES fmt xlsxwriter)
