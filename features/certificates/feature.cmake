add_feature(certificates DEPENDS codes organisations papers people LIBRARIES fmt json zlib)
