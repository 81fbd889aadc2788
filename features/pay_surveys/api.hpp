#pragma once
// What other features may ask of pay surveys: what anybody asks, and when a guide was published. Answers and
// rows stay behind the wall: their calls refuse who is not entitled.

#include "features/pay_surveys/endpoints.hpp"
#include "features/pay_surveys/events.hpp"
