namespace EndToEnd.Tests.Resolutions.Cases;

/// <summary>Every reason for which a person is called, made by what a gateway can do.</summary>
internal static class ReviewCases
{
    public static IReadOnlyDictionary<string, ReviewCase> All { get; } =
        LostAnswerCases
            .All.Concat(ListedCases.All)
            .Concat(PendingCases.All)
            .Concat(UnsentCases.All)
            .Concat(OlderCopyCases.All)
            .Concat(EndedCases.All)
            .Concat(PaymentCases.All)
            .ToDictionary(StringComparer.Ordinal);
}
