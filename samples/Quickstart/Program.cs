using Shop.Catalog;
using Shop.Orders;
using Shop.Pricing;
using Shop.Report;

// The shop at work.
var catalog = new ProductCatalog();
catalog.Add(new Product("tea", "Green tea", new Money(4.20m), Category.Food));
catalog.Add(new Product("pot", "Tea pot", new Money(24.00m), Category.Household));
catalog.Add(new Product("book", "The Book of Tea", new Money(12.50m), Category.Media) { IsImported = true });

var cart = new Cart(catalog);
cart.LineAdded += line => Console.WriteLine($"  + {line}");
Console.WriteLine("The cart");
cart.Add("tea", 6);
cart.Add("pot");
cart.Add("book", 2);

var engine = new PriceEngine([new VolumeDiscount(5, 0.10m), new CategoryDiscount(Category.Media, 0.05m)]);
var desk = new OrderDesk(engine);
var order = await desk.PlaceAsync(cart, Customer.Member("Ada", years: 3), CancellationToken.None);
Console.WriteLine($"  = {order}");

// The same shop as its registry knows it.
new RegistryReport(Shop.AppRegistry.Instance, Console.Out).Write();
