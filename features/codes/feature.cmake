add_feature(codes LIBRARIES fmt)
