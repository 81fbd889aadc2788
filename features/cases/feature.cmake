add_feature(cases DEPENDS codes definitions organisations papers people LIBRARIES fmt log)
