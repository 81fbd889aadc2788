add_feature(shares DEPENDS codes definitions organisations orders)
