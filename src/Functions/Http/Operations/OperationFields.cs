using System.Text.Json;
using PaymentGateway.Http.Problems;
using PaymentGateway.Http.Requests;
using PaymentOperations.Operations;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentGateway.Http.Operations;

/// <summary>The optional parts of a request, held to 2C2P's field table.</summary>
internal static class OperationFields
{
    // 2C2P publishes no limit; ours keeps an operation well inside what one property of the ledger holds.
    private const int MaxSubMerchants = 100;
    private const int SubMidLength = 15;
    private const int BankCodeLength = 10;
    private const int AccountLength = 50;
    private const int ReasonLength = 255;

    /// <summary>Shares of sub-merchants (<c>subMerchantList</c>), which add up to the amount.</summary>
    public static IReadOnlyList<SubMerchantAmount> SubMerchants(this JsonObjectReader reader, string name, Money? amount)
    {
        if (reader.Find(name) is not { } value)
            return [];

        var path = reader.PathOf(name);
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() is < 1 or > MaxSubMerchants)
        {
            reader.Errors.Add(path, $"Give a list of 1 to {MaxSubMerchants} sub-merchants, or leave the property out.");
            return [];
        }

        var shares = value.EnumerateArray().Select((item, index) => Share(item, $"{path}[{index}]", reader.Errors)).ToList();
        var whole = shares.OfType<SubMerchantAmount>().ToList();
        if (
            whole.Count == shares.Count
            && amount is { } total
            && whole.Sum(share => share.SubAmount.MinorUnits) != total.MinorUnits
        )
            reader.Errors.Add(path, "Let the sub-amounts add up to the amount.");

        return whole;
    }

    /// <summary>The account that receives an APM refund. Which of its fields a channel needs differs by country, so none is mandatory here.</summary>
    public static BankAccount? BankAccount(this JsonObjectReader reader, string name)
    {
        if (reader.Find(name) is not { } value)
            return null;

        var path = reader.PathOf(name);
        var account = new JsonObjectReader(value, path, reader.Errors, "bankCode", "accountName", "accountNumber");
        if (account.IsObject && account.IsEmpty)
            reader.Errors.Add(
                path,
                "Give bankCode, accountName and accountNumber, as far as the channel needs them, or leave the property out."
            );

        return new(
            account.ShortText("bankCode", BankCodeLength),
            account.ShortText("accountName", AccountLength),
            account.ShortText("accountNumber", AccountLength)
        );
    }

    /// <summary>The caller's own reason. It is stored in clear, so it must not carry a card number.</summary>
    public static string? Reason(this JsonObjectReader reader, string name)
    {
        var reason = reader.ShortText(name, ReasonLength);
        if (reason is null || !CardNumbers.MayContainOne(reason))
            return reason;

        reader.Errors.Add(reader.PathOf(name), "Remove what looks like a card number; write its last four digits at most.");
        return null;
    }

    /// <summary>Names every amount of a request that has more decimals than the merchant's currency.</summary>
    public static Problem DecimalsProblem(AcceptResult.AmountNotOfCurrency wrong)
    {
        var (command, currency) = wrong;
        var errors = new RequestErrors();
        if (command.Amount is { } amount && !currency.Has(amount.Amount))
            errors.Add("amount", currency.DecimalsProblem);
        for (var index = 0; index < command.SubMerchants.Count; index++)
        {
            if (!currency.Has(command.SubMerchants[index].SubAmount.Amount))
                errors.Add($"subMerchants[{index}].subAmount", currency.DecimalsProblem);
        }

        return JsonRequest.Invalid(errors);
    }

    private static SubMerchantAmount? Share(JsonElement item, string path, RequestErrors errors)
    {
        var share = new JsonObjectReader(item, path, errors, "subMid", "subAmount");
        if (!share.IsObject)
            return null;

        var subMid = share.Mandatory("subMid", SubMidLength);
        var subAmount = share.Amount("subAmount");
        return subMid is not null && subAmount is { } part ? new(subMid, part) : null;
    }

    private static string? Mandatory(this JsonObjectReader reader, string name, int maxLength)
    {
        if (reader.Find(name) is null)
            reader.Errors.Add(reader.PathOf(name), $"Give 1 to {maxLength} characters.");

        return reader.ShortText(name, maxLength);
    }
}
