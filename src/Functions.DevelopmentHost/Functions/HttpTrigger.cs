namespace DevelopmentHosting.Functions;

/// <inheritdoc cref="Trigger" />
/// <param name="Route">Under the prefix; null for the function's name.</param>
/// <param name="Methods">None for any.</param>
internal sealed record HttpTrigger(string Name, string? Route, IReadOnlyList<string> Methods) : Trigger(Name);
