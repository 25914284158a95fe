using TwoC2P.Calls;

namespace TwoC2P.QuickPay;

/// <summary>Whether a verified answer of QuickPay belongs to the request.</summary>
internal static class QuickPayMatching
{
    public static Verdict Judge(QuickPayResponse response, string qpId) => Matching.Judge(IsYes(response), response.QpId, qpId);

    /// <summary>A new link must be the one that was asked for, or a customer would pay another amount.</summary>
    public static Verdict Judge(GenerateLinkResponse response, string orderIdPrefix, QuickPayLinkTerms terms)
    {
        var verdict = Matching.Judge(IsYes(response), response.OrderIdPrefix, orderIdPrefix);
        if (verdict is not Verdict.Yes)
            return verdict;

        var isSame =
            response is { QpId: not null, Url: not null }
            && (response.Amount.Text is null || response.Amount.Value == terms.Amount)
            && (
                response.Currency is null || string.Equals(response.Currency, terms.Currency, StringComparison.OrdinalIgnoreCase)
            );
        return isSame ? Verdict.Yes : Verdict.Mismatched;
    }

    private static bool IsYes(QuickPayResponse response) => response.ResCode == QuickPayResultCode.Success;
}
