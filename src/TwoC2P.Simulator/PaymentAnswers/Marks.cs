using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.PaymentAnswers;

/// <summary>How userDefined1 to userDefined5 of a refund are shown, whatever its request carried.</summary>
internal sealed record Marks(
    string? Show = null,
    int Length = 0,
    string? ReferenceNo = null,
    IReadOnlyList<string>? UserDefined = null
)
{
    private const string Full = "full";
    private const string None = "none";
    private const string Cut = "cut";
    private const string Of = "of";
    private const string Given = "given";
    private const int MostFields = 5;

    public static readonly string[] Words = [Full, None, Cut, Of, Given];

    /// <summary>The texts to show; none when the fields are left out.</summary>
    public IReadOnlyList<string> For(IReadOnlyList<string> carried, Transaction transaction) =>
        Show switch
        {
            None => [],
            Cut => AnswerShape.UserDefinedOf([.. carried.Select(text => text[..Math.Min(text.Length, Length)])]),
            Of => AnswerShape.UserDefinedOf(
                transaction.Refunds.Find(refund => refund.ReferenceNo == ReferenceNo)?.UserDefined ?? []
            ),
            Given => UserDefined ?? [],
            _ => AnswerShape.UserDefinedOf(carried),
        };

    /// <returns>What is wrong, beginning with the name of the field; null when nothing is.</returns>
    public string? Problem() =>
        Show switch
        {
            null => $"marks.show is one of {string.Join(", ", Words)}.",
            Cut when Length < 1 => "marks.length is at least 1: the characters that are kept of each field.",
            Of when string.IsNullOrEmpty(ReferenceNo) =>
                "marks.referenceNo names the refund of this invoice whose fields are shown.",
            Given when UserDefined is not { Count: >= 1 and <= MostFields } || UserDefined.Contains(null!) =>
                "marks.userDefined is a list of one to five texts.",
            _ when !Words.Contains(Show, StringComparer.Ordinal) => $"marks.show is one of {string.Join(", ", Words)}.",
            _ => null,
        };
}
