add_feature(lists DEPENDS codes definitions organisations orders statistics LIBRARIES fmt xlsxwriter)
