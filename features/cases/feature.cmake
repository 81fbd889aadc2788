add_feature(cases DEPENDS codes definitions organisations people LIBRARIES fmt log)
