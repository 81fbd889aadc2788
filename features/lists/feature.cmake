add_feature(lists DEPENDS certificates codes definitions organisations orders statistics LIBRARIES fmt xlsxwriter)
