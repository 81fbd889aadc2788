add_feature(statistics DEPENDS codes definitions organisations orders LIBRARIES fmt log)
