using TwoC2P.Messages;
using TwoC2P.Protocol;

namespace TwoC2P.QuickPay;

/// <summary>
/// Checks requests against QuickPay's field table and rules, so that nothing is sent that they rule out. Each method gives one error per broken rule, by 2C2P's field names, never
/// with a value; none when all is well. <c>localNow</c> is the time in the merchant's zone; the settings decide by their version.
/// </summary>
public static class QuickPayRequestValidator
{
    // Version 2.1 numbers the payments within 14 characters; later ones take 5 of the 50 for the number, and 5 more for a plan's.
    private const int OldPrefixLength = 14;
    private const int PrefixLength = 50;
    private const int MultiplePrefixLength = 45;
    private const int MultipleRecurringPrefixLength = 40;

    /// <summary>Checks Generate.</summary>
    public static IReadOnlyList<FieldError> Validate(
        GenerateLinkRequest request,
        QuickPaySettings settings,
        DateTimeOffset localNow
    ) =>
        Merge(
            [
                .. CheckPrefix(request.OrderIdPrefix, request.Terms, settings.Version),
                .. QuickPayTermsRules.Check(request.Terms, settings.Version, localNow),
            ],
            QuickPayRequestMessages.ForNewLink(request.OrderIdPrefix).With(request.Terms, settings.Version, TimeZoneInfo.Utc),
            QuickPayLayouts.Generate(hasNewTerms: true)
        );

    /// <summary>Checks Generate and Send.</summary>
    public static IReadOnlyList<FieldError> Validate(
        GenerateAndSendLinkRequest request,
        QuickPaySettings settings,
        DateTimeOffset localNow
    ) =>
        Merge(
            [
                .. CheckPrefix(request.OrderIdPrefix, request.Terms, settings.Version),
                .. QuickPayTermsRules.Check(request.Terms, settings.Version, localNow),
                .. QuickPayDeliveryRules.Check(request.Delivery),
            ],
            QuickPayRequestMessages
                .ForNewLink(request.OrderIdPrefix)
                .With(request.Terms, settings.Version, TimeZoneInfo.Utc)
                .With(request.Delivery),
            QuickPayLayouts.GenerateAndSend(hasNewTerms: true)
        );

    /// <summary>Checks Update.</summary>
    public static IReadOnlyList<FieldError> Validate(
        UpdateLinkRequest request,
        QuickPaySettings settings,
        DateTimeOffset localNow
    ) =>
        Merge(
            [.. CheckQpId(request.QpId), .. QuickPayTermsRules.Check(request.Terms, settings.Version, localNow)],
            QuickPayRequestMessages.ForLink(request.QpId).With(request.Terms, settings.Version, TimeZoneInfo.Utc),
            QuickPayLayouts.Update(hasNewTerms: true)
        );

    /// <summary>Checks Send.</summary>
    public static IReadOnlyList<FieldError> Validate(SendLinkRequest request) =>
        Merge(
            [.. CheckQpId(request.QpId), .. QuickPayDeliveryRules.Check(request.Delivery)],
            QuickPayRequestMessages.ForLink(request.QpId).With(request.Delivery),
            QuickPayLayouts.Send
        );

    /// <summary>Checks Query.</summary>
    public static IReadOnlyList<FieldError> Validate(QueryLinkRequest request) => CheckLink(request.QpId);

    /// <summary>Checks Delete.</summary>
    public static IReadOnlyList<FieldError> Validate(DeleteLinkRequest request) => CheckLink(request.QpId);

    private static List<FieldError> CheckLink(string? qpId) =>
        Merge([.. CheckQpId(qpId)], QuickPayRequestMessages.ForLink(qpId), QuickPayLayouts.Query);

    private static List<FieldError> Merge(List<FieldError> errors, WireMessage message, MessageLayout layout)
    {
        // A rule's own words say more than the table's.
        var named = errors.Select(error => error.Field).ToHashSet(StringComparer.Ordinal);
        return [.. errors, .. FieldTableRules.Check(message, layout).Where(error => !named.Contains(error.Field))];
    }

    private static IEnumerable<FieldError> CheckQpId(string? qpId)
    {
        if (string.IsNullOrEmpty(qpId))
            yield return new FieldError("qpID", "Give the link that is meant.");
        else if (!qpId.All(char.IsAsciiDigit))
            yield return new FieldError("qpID", "Give the link's id as digits only.");
    }

    private static IEnumerable<FieldError> CheckPrefix(string? prefix, QuickPayLinkTerms terms, string version)
    {
        var most =
            !MessageVersion.IsAtLeast(version, 2, 4) ? OldPrefixLength
            : !terms.AllowMultiplePayment ? PrefixLength
            : terms.Recurring is null ? MultiplePrefixLength
            : MultipleRecurringPrefixLength;
        if (string.IsNullOrEmpty(prefix))
            yield return new FieldError("orderIdPrefix", "Give what the invoice numbers of the payments begin with.");
        else if (!prefix.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-'))
            yield return new FieldError("orderIdPrefix", "Use only the letters A to Z, digits, _ and -.");
        else if (prefix.Length > most)
            yield return new FieldError("orderIdPrefix", $"Give at most {most} characters; these are {prefix.Length}.");
    }
}
