namespace TwoC2P.Calls;

/// <summary>Whether a verified answer belongs to the request: it can be an old one played back.</summary>
internal static class Matching
{
    /// <summary>Whether an answer that names a merchant names this one: two merchants can have the same keys.</summary>
    public static bool IsTo(MerchantId merchantId, string? answered) =>
        answered is null || string.Equals(answered, merchantId.Text, StringComparison.Ordinal);

    /// <summary>
    /// A yes must name what the request named. A refusal may leave it out: 2C2P can refuse before it has read that far, and nothing is done then.
    /// </summary>
    public static Verdict Judge(bool isYes, string? answered, string? asked)
    {
        if (!string.Equals(answered, asked, StringComparison.Ordinal) && (isYes || answered is not null))
            return Verdict.Mismatched;

        return isYes ? Verdict.Yes : Verdict.No;
    }
}
