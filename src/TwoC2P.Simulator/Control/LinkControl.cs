using TwoC2P.Simulator.QuickPay;
using TwoC2P.Simulator.Records;
using TwoC2P.Simulator.Runtime;

namespace TwoC2P.Simulator.Control;

/// <summary>Creates and reads QuickPay links, also as customers have already used them.</summary>
internal static class LinkControl
{
    public static void MapLinks(this RouteGroupBuilder control)
    {
        control.MapPost("/links", Create);
        control.MapGet("/links", (string? merchantId, MerchantRecords<Link> links) => links.Read(merchantId));
        control.MapGet(
            "/links/{id}",
            (string id, string? merchantId, MerchantRecords<Link> links) =>
                ControlApi.FirstOr(links.Read(merchantId, id), "No such link.")
        );
    }

    private static IResult Create(NewLink body, MerchantRecords<Link> links, LinkNumbers numbers, GatewayClock clock)
    {
        if (string.IsNullOrEmpty(body.MerchantId))
            return ControlApi.Bad("Give merchantId.");
        var qpId = body.QpId ?? numbers.Next();
        if (!QuickPayChecks.IsId(qpId))
            return ControlApi.Bad("qpId has one to ten digits.");
        var link = body.Build(qpId, clock.LocalNow);
        links.Put(link.MerchantId, qpId, link);
        return Results.Created($"/_control/links/{qpId}", link);
    }
}
