add_feature(certificates DEPENDS codes organisations people LIBRARIES fmt json zlib)
