#pragma once
// 人才开发指引: what a catalogue means for training, recruiting and moving people, by occupation and
// industry. Sentences are made from figures; every number names the figure that it is.

#include "features/papers/api.hpp"
#include "features/shortages/model.hpp"

namespace jianghui::shortages {

/// A number of the guide and where it opens: a page of the web app that lists what was counted.
struct GuideFigure {
    int number = 0;
    std::string what;
    std::string value;
    std::string link;
};
BOOST_DESCRIBE_STRUCT(GuideFigure, (), (number, what, value, link))

/// A piece of a sentence; `figure` 0: words.
struct GuidePart {
    std::string text;
    int figure = 0;
};
BOOST_DESCRIBE_STRUCT(GuidePart, (), (text, figure))
struct GuideSentence {
    std::vector<GuidePart> parts;
};
BOOST_DESCRIBE_STRUCT(GuideSentence, (), (parts))
struct GuideSection {
    std::string title;
    std::vector<GuideSentence> sentences;
};
BOOST_DESCRIBE_STRUCT(GuideSection, (), (title, sentences))

struct Guide {
    CatalogueId catalogue;
    std::string title;
    std::string number;  ///< of the catalogue that it is made from
    std::string period;
    std::string place_name;
    std::int64_t position = 0;
    std::vector<GuideSection> sections;
    std::vector<GuideFigure> figures;
};
BOOST_DESCRIBE_STRUCT(Guide, (),
                      (catalogue, title, number, period, place_name, position, sections, figures))

/// What an industry asks for in one city of the region.
struct CityDemand {
    PlaceCode place;
    std::string name;
    std::int64_t demand = 0;
};

/// What an industry asks for and what of it is short.
struct IndustryDemand {
    std::string code;  ///< class, "C"
    std::string name;
    std::int64_t demand = 0;
    std::int64_t short_demand = 0;  ///< of occupations that the catalogue grades
    std::vector<CityDemand> cities;  ///< in the region's guide: its parts, which can be opened
};

/// The guide of a catalogue: entries as everybody sees them. Pure; every number in a sentence is a part
/// with a figure, and every figure is named.
[[nodiscard]] Guide guide_of(const CatalogueView& catalogue, const std::vector<EntryView>& entries,
                             const std::vector<IndustryDemand>& industries);

/// Printed: sentences with the numbers of their figures, the figures with their addresses below `base` (the recorded
/// public address; "": their paths alone), a code that `link` says. Fails with guide_failed.
[[nodiscard]] Result<std::string> pdf_of(const Guide& guide, const std::string& base,
                                         const papers::PaperLink& link);

}  // namespace jianghui::shortages
