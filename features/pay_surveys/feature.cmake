add_feature(pay_surveys DEPENDS codes draws imports organisations papers LIBRARIES fmt xlsxwriter)
