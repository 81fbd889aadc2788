-- The grab in Redis: KEYS order, agency, share; ARGV seats, now. What was answered to the key is its share.
if redis.call('EXISTS', KEYS[3]) == 1 then return 'granted' end
local agency = redis.call('HMGET', KEYS[2], 'banned', 'credit')
if not agency[2] or agency[1] == '1' then return 'excluded' end
local order = redis.call('HMGET', KEYS[1], 'remaining', 'min_credit', 'opens_at', 'closes_at')
if not order[1] or ARGV[2] < order[3] or ARGV[2] > order[4] then return 'order_not_open' end
if tonumber(agency[2]) < tonumber(order[2]) then return 'credit_too_low' end
if tonumber(order[1]) < tonumber(ARGV[1]) then return 'not_enough_seats' end
redis.call('HINCRBY', KEYS[1], 'remaining', -tonumber(ARGV[1]))
redis.call('HSET', KEYS[3], 'order', KEYS[1], 'agency', KEYS[2], 'seats', ARGV[1], 'at', ARGV[2])
return 'granted'
