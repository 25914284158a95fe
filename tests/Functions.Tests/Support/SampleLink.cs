using System.Globalization;
using TwoC2P;
using TwoC2P.QuickPay;

namespace Functions.Tests.Support;

/// <summary>Well-formed answers of QuickPay.</summary>
internal static class SampleLink
{
    public const string Id = "231095";
    public const string Url = "https://sandbox-pgw.2c2p.com/qpv2/1.0/QuickPay/386B7";

    private static readonly DateTimeOffset End = new(2026, 12, 31, 23, 59, 59, TimeSpan.FromHours(7));

    public static QuickPayResponse Done() => Result(new QuickPayResponse());

    public static GenerateLinkResponse Made() =>
        Result(
            new GenerateLinkResponse
            {
                OrderIdPrefix = "SPRING-1",
                Currency = "SGD",
                Amount = Amount(100m),
                Expiry = new("2026-12-31 23:59:59", End),
                Url = Url,
            }
        );

    public static SendLinkResponse Sent() => Result(new SendLinkResponse());

    public static QueryLinkResponse Shown() =>
        Result(
            new QueryLinkResponse
            {
                OrderIdPrefix = "SPRING-1",
                Description = "Spring promotion",
                Currency = "SGD",
                Amount = Amount(100m),
                AllowMultiplePayment = new("N", false),
                Expiry = new("2026-12-31 23:59:59", End),
                UserData = ["order 1", null, null, null, null],
                Promotion = "SPRING26",
                Url = Url,
                CurrentApproved = new("0", 0),
                ClickCount = new("3", 3),
                Request3DS = "N",
                EnableStoreCard = new("N", false),
                Recurring = new("N", false),
            }
        );

    /// <summary>A link for several payments that begin a plan.</summary>
    public static QueryLinkResponse ShownWithPlan() =>
        Shown() with
        {
            AllowMultiplePayment = new("Y", true),
            MaxTransaction = new("10", 10),
            Recurring = new("Y", true),
            RecurringAmount = Amount(25m),
            AllowAccumulate = new("N", false),
            RecurringInterval = new("30", 30),
            RecurringCount = new("12", 12),
            ChargeNextDate = new("15012027", new DateOnly(2027, 1, 15)),
        };

    public static T Refused<T>(T response, string code, string text)
        where T : QuickPayResponse => (T)(response with { ResCode = new(code), ResDesc = text });

    private static WireValue<decimal> Amount(decimal amount) =>
        new(amount.ToString("0.00", CultureInfo.InvariantCulture), amount);

    private static T Result<T>(T response)
        where T : QuickPayResponse => (T)(response with { QpId = Id, ResCode = QuickPayResultCode.Success, ResDesc = "Success" });
}
