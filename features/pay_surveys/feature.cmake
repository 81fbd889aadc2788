add_feature(pay_surveys DEPENDS codes imports organisations LIBRARIES fmt xlsxwriter)
