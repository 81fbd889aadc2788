#include "features/certificates/endpoints.hpp"
#include "features/certificates/errors.hpp"
#include "features/certificates/events.hpp"
#include "features/certificates/sheet.hpp"

namespace jianghui::certificates {
namespace {

std::vector<app::Route> public_routes() {
    return {
        app::query("GET /entries/{entry}/certificate", app::anybody, "certificates.read",
                   {"取得登记凭证", "Get an entry as a certificate"}, show_certificate)
            .runs_slow(),
        app::query("GET /entries/{entry}/certificate/qr", app::anybody, "certificates.qr",
                   {"登记凭证二维码", "QR code of a certificate"}, show_qr)
            .runs_slow(),
        app::query("GET /entries/{entry}/certificate/sheet", app::anybody, "certificates.sheet",
                   {"打印登记凭证", "A certificate to print"}, show_sheet)
            .runs_slow()
            .costs(25),
        app::query("GET /certificates/issuers", app::anybody, "certificates.issuers",
                   {"可信签发机关名单", "Trusted issuers"}, show_issuers)
            .runs_slow(),
        app::query("GET /certificates/status/{place}", app::anybody, "certificates.statuses",
                   {"一个签发地的状态清单", "Status lists of a place"}, show_statuses)
            .runs_slow()
            .costs(25),
        app::query("GET /certificates/status/{place}/{list}/{purpose}", app::anybody,
                   "certificates.status", {"凭证状态清单", "A status list"}, show_status)
            .runs_slow()
            .costs(5),
        app::query("GET /certificates/mine", app::signed_in, "certificates.mine",
                   {"我的凭证", "Own certificates"}, list_own),
    };
}

}  // namespace

app::Feature feature() {
    const app::Roles administrator{app::Role::security_administrator};
    app::Feature feature;
    feature.name = "certificates";
    feature.routes = public_routes();
    feature.routes.push_back(app::query("GET /certificates/keys", administrator,
                                        "certificates.keys", {"签发密钥", "Issuer keys"},
                                        list_keys));
    feature.routes.push_back(app::command("POST /certificates/keys/{place}/rotate", administrator,
                                          "certificates.rotate",
                                          {"更换签发密钥", "Rotate an issuer's key"}, rotate)
                                 .changes());
    feature.routes.push_back(
        app::command("POST /certificates/keys/{place}/{number}/distrust", administrator,
                     "certificates.distrust", {"宣布密钥不再可信", "Distrust a key"}, distrust)
            .changes());
    feature.routes.push_back(app::query("GET /certificates/address", administrator,
                                        "certificates.address", {"公开网址", "Public address"},
                                        show_address));
    feature.routes.push_back(app::command("PUT /certificates/address", administrator,
                                          "certificates.set_address",
                                          {"登记公开网址", "Record the public address"},
                                          change_address));
    feature.errors = {&no_certificate,        &entry_not_in_force,     &certificate_audience,
                      &key_distrusted_already, &certificate_refused,
                      &certificate_malformed, &certificate_changed,    &signature_broken,
                      &proof_missing,         &issuer_not_trusted,     &issuer_not_trusted_then,
                      &issuer_distrusted,     &issuer_register,        &issuer_list_broken,
                      &certificate_early,     &certificate_expired,    &certificate_suspended,
                      &certificate_revoked,   &certificate_superseded, &status_list_broken,
                      &status_list_other,     &verification_date,      &sheet_failed};
    feature.events = {&issuer_key_made, &issuer_key_rotated, &issuer_key_distrusted};
    feature.commands = commands();
    return feature;
}

}  // namespace jianghui::certificates
