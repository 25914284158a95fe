namespace DevelopmentHosting.Functions;

/// <inheritdoc cref="Trigger" />
/// <param name="QueueName">May name settings, <c>%Setting%</c>.</param>
/// <param name="Connection">The setting with the account; null for AzureWebJobsStorage.</param>
/// <param name="Payload">In which form the worker wants messages.</param>
internal sealed record QueueTrigger(string Name, string QueueName, string? Connection, QueuePayload Payload) : Trigger(Name);
