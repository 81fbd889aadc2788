add_feature(entries DEPENDS codes definitions organisations people imports LIBRARIES fmt json)
