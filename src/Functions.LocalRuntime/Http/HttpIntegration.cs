namespace LocalFunctions.Http;

/// <summary>Registered by ConfigureFunctionsWebApplication(): without it HTTP functions are refused at start.</summary>
internal sealed class HttpIntegration;
