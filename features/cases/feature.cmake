add_feature(cases DEPENDS certificates codes definitions organisations people LIBRARIES fmt log)
