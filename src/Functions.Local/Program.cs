using DevelopmentHosting;
using PaymentGateway.Http.Routing;

return await DevelopmentHostProgram.RunAsync(typeof(RouteTable).Assembly, args);
