namespace PaymentOperations.Tests.Resolutions;

/// <summary>Every reason for which a refund calls a person, made by what a gateway can do. The refund is 40.00 of 100.00 and gets the reference 9001.</summary>
internal static class ReviewCases
{
    public static IReadOnlyDictionary<string, ReviewCase> All { get; } =
        UndecidedReviewCases.All.Concat(OtherReviewCases.All).ToDictionary();
}
