using TwoC2P.CardTokens;
using TwoC2P.InstallmentOptions;
using TwoC2P.Messages;
using TwoC2P.Protocol;
using TwoC2P.QuickPay;
using TwoC2P.RecurringPlans;

namespace TwoC2P.Configuration;

/// <summary>Checks settings when the app starts, so that a misspelt field name is found there and not in an answer "invalid hash".</summary>
public static class ProtocolSettingsValidator
{
    private const int VersionLength = 5;

    /// <summary>What is wrong, by the setting's path below the merchant's <c>Protocol</c>; empty when all is well.</summary>
    public static IReadOnlyList<FieldError> Validate(ProtocolSettings settings) =>
        [
            .. Check(nameof(settings.CardTokens), settings.CardTokens, CardTokenLayouts.Request, CardTokenLayouts.Response),
            .. Check(
                nameof(settings.RecurringPlans),
                settings.RecurringPlans,
                RecurringPlanLayouts.Request,
                RecurringPlanLayouts.Response
            ),
            .. Check(
                nameof(settings.InstallmentOptions),
                settings.InstallmentOptions,
                InstallmentOptionLayouts.Request,
                InstallmentOptionLayouts.Response
            ),
            .. Check(nameof(settings.QuickPay), settings.QuickPay),
        ];

    private static IEnumerable<FieldError> Check(string path, XmlApiSettings api, MessageLayout request, MessageLayout answer) =>
        [
            .. CheckVersion($"{path}:{nameof(api.Version)}", api.Version, VersionLength),
            .. CheckAddress($"{path}:{nameof(api.Endpoint)}", api.Endpoint),
            .. CheckOrder($"{path}:{nameof(api.RequestHashOrder)}", api.RequestHashOrder, request),
            .. CheckOrder($"{path}:{nameof(api.AnswerHashOrder)}", api.AnswerHashOrder, answer),
        ];

    private static IEnumerable<FieldError> Check(string path, QuickPaySettings api) =>
        [
            .. CheckVersion($"{path}:{nameof(api.Version)}", api.Version, QuickPayLayouts.VersionLength),
            .. CheckAddress($"{path}:{nameof(api.DirectApi)}", api.DirectApi),
            .. CheckAddress($"{path}:{nameof(api.DeliveryApi)}", api.DeliveryApi),
            .. CheckOrder($"{path}:{nameof(api.QueryAnswerHashOrder)}", api.QueryAnswerHashOrder, QuickPayLayouts.QueryAnswer),
        ];

    private static IEnumerable<FieldError> CheckVersion(string path, string version, int maxLength)
    {
        if (!MessageVersion.IsWellFormed(version, maxLength))
            yield return new FieldError(path, $"Give a version such as 2.4, at most {maxLength} characters.");
    }

    private static IEnumerable<FieldError> CheckAddress(string path, Uri? address)
    {
        if (address is not null && (!address.IsAbsoluteUri || address.Scheme is not ("https" or "http")))
            yield return new FieldError(path, "Give an absolute https address.");
    }

    private static IEnumerable<FieldError> CheckOrder(string path, string order, MessageLayout layout)
    {
        var names = order.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0)
            yield return new FieldError(path, "Give the names of the hashed fields, with spaces between them.");

        foreach (var name in names.Where(name => !IsHashable(name, layout)))
            yield return new FieldError(
                path,
                $"{layout.Root} has no field {name} that could be hashed; check its spelling and letter case."
            );

        if (names.Distinct(StringComparer.Ordinal).Count() != names.Length)
            yield return new FieldError(path, "Name every field once.");
    }

    private static bool IsHashable(string name, MessageLayout layout) =>
        name is not "hashValue"
        && layout.Find(name) is MessageField.Scalar field
        && string.Equals(field.Name, name, StringComparison.Ordinal);
}
