using System.Text.Json.Serialization;

namespace PaymentGateway.Http.Health;

/// <summary>One part that the app needs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Ready">Whether the app can work with it.</param>
/// <param name="Warning">What is wrong although the app can work; left out where nothing is.</param>
internal sealed record HealthPartBody(
    string Name,
    bool Ready,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Warning
);
