using System.Net;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Security.Strangers.Attempts;

/// <summary>At payments and what is done with them.</summary>
internal static class OperationAttempts
{
    private const string Cancellation = """{"actor":"A stranger","reason":"none of theirs"}""";
    private const string Resolution =
        """{"outcome":"failed","actor":"A stranger","reason":"none of theirs","lookedAt":"nothing"}""";

    public static Dictionary<string, IReadOnlyList<Attempt>> All { get; } =
        new()
        {
            ["GetPayment"] = [new(of => Ask.Get($"payments?invoiceNo={of.PaidInvoice}"))],
            ["CreateRefund"] =
            [
                new(of => Post("refunds", WithAmount(of.PaidInvoice))),
                new(of => Post("refunds?dryRun=true", WithAmount(of.PaidInvoice))),
                new(of => Ask.Post("refunds", of.RefundBody, of.KeyOf("refund"))),
            ],
            ["GetRefund"] = Reads("refunds", of => of.RefundId),
            ["CreateSettlement"] =
            [
                new(of => Post("settlements", WithAmount(of.AuthorizedInvoice))),
                new(of => Post("settlements?dryRun=true", WithAmount(of.AuthorizedInvoice))),
                new(of => Ask.Post("settlements", WithAmount(of.SettledInvoice, "100.00"), of.KeyOf("settlement"))),
            ],
            ["GetSettlement"] = Reads("settlements", of => of.SettlementId),
            ["CreateVoid"] =
            [
                new(of => Post("voids", Invoice(of.AuthorizedInvoice))),
                new(of => Post("voids?dryRun=true", Invoice(of.AuthorizedInvoice))),
                new(of => Ask.Post("voids", Invoice(of.VoidedInvoice), of.KeyOf("void"))),
            ],
            ["GetVoid"] = Reads("voids", of => of.VoidId),
            ["GetOperation"] =
            [
                .. Reads("operations", of => of.RefundId),
                .. Reads("operations", of => of.SettlementId),
                .. Reads("operations", of => of.VoidId),
                .. Reads("operations", of => of.ReviewId),
            ],
            ["ResolveOperation"] =
            [
                new(of => Post($"operations/{of.ReviewId}/resolution", Resolution)),
                new(of => Post($"operations/{of.RefundId}/resolution", Resolution)),
            ],
            ["CancelOperation"] =
            [
                new(of => Post($"operations/{of.ReviewId}/cancellation", Cancellation)),
                new(of => Post($"operations/{of.RefundId}/cancellation", Cancellation)),
            ],
            // Verified for the stranger: kept in the stranger's own quarantine.
            ["ReceiveNotification"] =
            [
                new(of => Ask.Notify(of.RefundId, of.StrangersMessage), HttpStatusCode.OK),
                new(of => Ask.Notify(of.ReviewId, of.StrangersMessage), HttpStatusCode.OK),
            ],
        };

    private static IReadOnlyList<Attempt> Reads(string what, Func<Objects, string> id) =>
        [new(of => Ask.Get($"{what}/{id(of)}"))];

    private static Ask Post(string path, string json) => Ask.Post(path, json, ShopClient.NewKey());

    private static string Invoice(string invoiceNo) => $$"""{"invoiceNo":"{{invoiceNo}}"}""";

    private static string WithAmount(string invoiceNo, string amount = "10.00") =>
        $$"""{"invoiceNo":"{{invoiceNo}}","amount":{{amount}}}""";
}
