namespace DevelopmentHosting.Protocol;

/// <summary>The app's process ended, or its worker hung up, before it had answered.</summary>
internal sealed class WorkerGoneException() : Exception("The app's worker is gone.");
