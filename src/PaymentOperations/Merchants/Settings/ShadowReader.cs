using TwoC2P.Envelopes;
using TwoC2P.Merchants;

namespace PaymentOperations.Merchants.Settings;

/// <summary>Reads the second wire of a merchant that moves between 2C2P's generations.</summary>
internal static class ShadowReader
{
    private const string Envelope = "ShadowEnvelope";
    private const string Endpoint = "ShadowEndpoint";
    private const string Version = "ShadowVersion";

    public static IReadOnlyList<string> Names { get; } = [Envelope, Endpoint, Version];

    /// <returns>Null when there is none, or it is wrong and was reported.</returns>
    public static ShadowWire? Read(SettingValues values, GatewayEnvironment environment, EnvelopeKind used)
    {
        if (!values.Has(Envelope))
        {
            foreach (var name in Names.Where(values.Has))
                values.Report(name, $"needs {Envelope}: without it no read is asked twice.");
            return null;
        }

        if (values.OneOf<EnvelopeKind>(Envelope, otherwise: null) is not { } envelope)
            return null;
        if (envelope == used)
            values.Report(Envelope, "is the merchant's own envelope; a shadow is of another one.");

        var endpoint = values.Read(
            Endpoint,
            text => EndpointRules.Read(text, environment, envelope),
            EndpointRules.Default(environment, envelope)
        );
        var version = values.Read(Version, Versions.Read, Versions.Default(envelope));
        return endpoint is null || version is null ? null : new ShadowWire(envelope, endpoint, version);
    }
}
