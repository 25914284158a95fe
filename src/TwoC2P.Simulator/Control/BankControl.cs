using TwoC2P.Simulator.InstallmentOptions;
using TwoC2P.Simulator.Records;

namespace TwoC2P.Simulator.Control;

/// <summary>Sets and reads the banks of a merchant; their values are not checked, so that odd ones can be shown too.</summary>
internal static class BankControl
{
    public static void MapBanks(this RouteGroupBuilder control)
    {
        control.MapPost("/banks", Replace);
        control.MapGet("/banks", (string? merchantId, MerchantRecords<BankList> banks) => banks.Read(merchantId));
    }

    private static IResult Replace(BankList body, MerchantRecords<BankList> banks)
    {
        if (string.IsNullOrEmpty(body.MerchantId) || body.Banks is null)
            return ControlApi.Bad("Give merchantId and banks; banks may be empty.");
        banks.Put(body.MerchantId, IppOptionRoot.OnlyList, body);
        return Results.Ok(body);
    }
}
