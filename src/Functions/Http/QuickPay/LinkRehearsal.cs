using System.Text.Json;
using System.Text.Json.Nodes;
using TwoC2P;
using TwoC2P.QuickPay;

namespace PaymentGateway.Http.QuickPay;

/// <summary>
/// A link without a fault, for a change to be tried on before 2C2P is asked: whatever is wrong then is the change's own fault.
/// </summary>
internal static class LinkRehearsal
{
    private static readonly string[] Schedules = ["recurringInterval", "chargeOnDate"];
    private static readonly Money AnyAmount = Money.FromAmount(1m);

    /// <summary>A link that any right change of this kind fits.</summary>
    public static JsonObject LinkFor(JsonElement patch, DateTimeOffset now) =>
        LinkJson.Of(
            new QuickPayLinkTerms
            {
                Description = "Any",
                Currency = "SGD",
                Amount = AnyAmount,
                AllowMultiplePayment = true,
                Expiry = now.AddDays(1),
                Recurring =
                    patch.TryGetProperty(LinkTermsReader.Recurring, out var plan) && plan.ValueKind == JsonValueKind.Object
                        ? PlanFor(plan)
                        : null,
            }
        );

    private static QuickPayRecurring PlanFor(JsonElement patch) =>
        new()
        {
            Amount = AnyAmount,
            MaxAccumulateAmount = AnyAmount,
            Interval = Schedules.Any(name => patch.TryGetProperty(name, out _)) ? null : 1,
        };
}
