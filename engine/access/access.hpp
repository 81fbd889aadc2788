#pragma once
// The public header of engine/access: who somebody is and what of a person she may see. See
// README.md.
#include "engine/access/account.hpp"
#include "engine/access/account_names.hpp"
#include "engine/access/act.hpp"
#include "engine/access/caller.hpp"
#include "engine/access/errors.hpp"
#include "engine/access/events.hpp"
#include "engine/access/lockout.hpp"
#include "engine/access/masking.hpp"
#include "engine/access/password_change.hpp"
#include "engine/access/policy.hpp"
#include "engine/access/second_factor.hpp"
#include "engine/access/session.hpp"
#include "engine/access/sign_in.hpp"
#include "engine/access/vault.hpp"
