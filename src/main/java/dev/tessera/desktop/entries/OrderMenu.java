package dev.tessera.desktop.entries;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.settings.Setting.Order;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/// Chooses what comes first in the list.
final class OrderMenu {
    private OrderMenu() {}

    static MenuButton of(EntriesViewModel model) {
        var button = new MenuButton();
        button.setId("order");
        button.getStyleClass().addAll("quiet", "small");
        button.setAccessibleText(text("order.name"));
        button.textProperty().bind(model.orderProperty().map(OrderMenu::nameOf));
        var group = new ToggleGroup();
        for (var order : Order.values()) {
            var item = new RadioMenuItem(nameOf(order));
            item.setToggleGroup(group);
            item.setSelected(order == model.orderProperty().get());
            item.setOnAction(_ -> model.orderProperty().set(order));
            // It may have been set elsewhere.
            button.addEventHandler(
                    MenuButton.ON_SHOWING,
                    _ -> item.setSelected(order == model.orderProperty().get()));
            button.getItems().add(item);
        }
        return button;
    }

    private static String nameOf(Order order) {
        return switch (order) {
            case NAME -> text("order.by-name");
            case USE -> text("order.by-use");
            case HAND -> text("order.by-hand");
        };
    }
}
