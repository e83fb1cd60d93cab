<?php

declare(strict_types=1);

namespace Drupal\onrecord\Plugin\Block;

use Drupal\Core\Block\BlockBase;
use Drupal\Core\Form\FormStateInterface;
use Drupal\onrecord\Element;

/**
 * Who says what in the article of the page.
 *
 * @Block(
 *   id = "onrecord",
 *   admin_label = @Translation("Who says what?"),
 *   category = @Translation("Content"),
 * )
 */
final class OnRecordBlock extends BlockBase {

  /**
   * {@inheritdoc}
   */
  public function defaultConfiguration(): array {
    return ['article' => 'article', 'mode' => 'button'];
  }

  /**
   * {@inheritdoc}
   */
  public function build(): array {
    $asked = ['for' => $this->configuration['article'], 'mode' => $this->configuration['mode']];
    return [
      '#type' => 'html_tag',
      '#tag' => 'on-record',
      '#attributes' => Element::attributes($asked),
      '#attached' => ['library' => ['onrecord/element']],
    ];
  }

  /**
   * {@inheritdoc}
   */
  public function blockForm($form, FormStateInterface $form_state): array {
    $form['article'] = [
      '#type' => 'textfield',
      '#title' => $this->t('Selector of the article'),
      '#default_value' => $this->configuration['article'],
      '#required' => TRUE,
    ];
    $form['mode'] = [
      '#type' => 'select',
      '#title' => $this->t('What readers see'),
      '#options' => [
        'button' => $this->t('A button'),
        'panel' => $this->t('The lists at once'),
        'inline' => $this->t('Marks in the article'),
      ],
      '#default_value' => $this->configuration['mode'],
    ];
    return $form;
  }

  /**
   * {@inheritdoc}
   */
  public function blockSubmit($form, FormStateInterface $form_state): void {
    $this->configuration['article'] = $form_state->getValue('article');
    $this->configuration['mode'] = $form_state->getValue('mode');
  }

}
