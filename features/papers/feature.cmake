add_feature(papers)
