add_feature(codes)
