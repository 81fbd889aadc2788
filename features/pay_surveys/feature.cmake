add_feature(pay_surveys DEPENDS certificates codes draws imports organisations LIBRARIES fmt xlsxwriter)
