add_feature(quarter_reports DEPENDS codes definitions organisations orders statistics LIBRARIES fmt xlsxwriter)
