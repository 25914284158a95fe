using System.Text.Json;
using System.Text.Json.Nodes;
using TwoC2P.QuickPay;

namespace PaymentGateway.Http.QuickPay;

/// <summary>
/// A link without a fault, for a change to be tried on before 2C2P is asked: whatever is wrong then is the change's own fault.
/// </summary>
internal static class LinkRehearsal
{
    private static readonly string[] Schedules = ["recurringInterval", "chargeOnDate"];
    private static readonly string[] Amounts = ["amount", "recurringAmount", "maxAccumulateAmount"];
    private const decimal AnyAmount = 1;

    /// <summary>A link that any right change of this kind fits.</summary>
    public static JsonObject LinkFor(JsonElement patch, DateTimeOffset now) =>
        LinkJson.Of(
            new QuickPayLinkTerms
            {
                Description = "Any",
                Currency = CurrencyFor(patch),
                Amount = AnyAmount,
                AllowMultiplePayment = true,
                Expiry = now.AddDays(1),
                Recurring =
                    patch.TryGetProperty(LinkTermsReader.Recurring, out var plan) && plan.ValueKind == JsonValueKind.Object
                        ? PlanFor(plan)
                        : null,
            }
        );

    // Which decimals are right is the link's currency's to say, and that is not known yet: here, one that has as many as are given.
    private static string CurrencyFor(JsonElement patch)
    {
        var given = patch.TryGetProperty(LinkTermsReader.Recurring, out var plan) ? new[] { patch, plan } : [patch];
        var most = given
            .Where(part => part.ValueKind == JsonValueKind.Object)
            .SelectMany(part => part.EnumerateObject())
            .Where(member => Amounts.Contains(member.Name) && member.Value.ValueKind == JsonValueKind.Number)
            .Select(member => DecimalsOf(member.Value.GetRawText()))
            .DefaultIfEmpty(0)
            .Max();
        return most switch
        {
            0 => "JPY",
            <= 2 => "SGD",
            3 => "KWD",
            _ => "CLF",
        };
    }

    private static int DecimalsOf(string token) =>
        token.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? token.Length - point - 1 : 0;

    private static QuickPayRecurring PlanFor(JsonElement patch) =>
        new()
        {
            Amount = AnyAmount,
            MaxAccumulateAmount = AnyAmount,
            Interval = Schedules.Any(name => patch.TryGetProperty(name, out _)) ? null : 1,
        };
}
